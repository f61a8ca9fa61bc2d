import type { HandlerPlan } from './plan.ts';
import type { Statement } from './statements.ts';

/** Whether the handler has a parameter that Nest fills with the message. */
export function hasPayload(plan: HandlerPlan): boolean {
  return plan.parameters !== 'lone';
}

/** Whether that is the one which is meant to be. */
export function takesBody({ parameters }: HandlerPlan): boolean {
  return parameters !== 'lone' && parameters !== 'swapped';
}

/** Whether what it takes is no object. */
export function takesBinary(plan: HandlerPlan): boolean {
  return takesBody(plan) && plan.payload.type === 'Buffer';
}

/** The statements that the handler's parameters allow, what never ends last. */
export function usesOf(plan: HandlerPlan): readonly Statement[] {
  const has = {
    client: /^(?:bare|decorated|query)$/.test(plan.parameters),
    body: takesBody(plan) && plan.payload.read !== undefined,
  };
  const possible = plan.statements.filter(({ needs }) => needs.every((need) => has[need]));
  const last = possible.find(({ isLast }) => isLast);
  return [...possible.filter(({ isLast }) => !isLast), ...(last ? [last] : [])];
}

/** Whether it gives the client to code that is not seen. */
export function handsOn(plan: HandlerPlan): boolean {
  return usesOf(plan).some((each) => each.handsOn);
}
