import type { ClassModel } from './class-model.ts';
import { findPart, goesBy, type DecoratorUse } from './decorator.ts';
import { Gateway, subscriptionOf } from './gateway.ts';
import type { NestFile } from './nest-file.ts';

/**
 * Finds the gateways of a file: the classes decorated with Nest's `@WebSocketGateway()` (or with a
 * decorator that stands for it), and those with handlers of which another file, a base class or a
 * decorator that cannot be seen decides whether they are gateways.
 */
export function readGateways(file: NestFile): readonly Gateway[] {
  const gateways: Gateway[] = [];
  const bases = new Set<ClassModel>();
  for (const model of file.classes) {
    const decorator = gatewayDecorator(model, file);
    if (decorator) {
      gateways.push(new Gateway(file, model, 'decorated', decorator));
      for (const base of model.lineage) bases.add(base);
    } else if (mayBeGateway(model)) {
      gateways.push(new Gateway(file, model, 'partial', undefined));
    }
  }
  // A base class that nothing decorates serves clients through the gateway that extends it.
  for (const model of bases) {
    if (!gateways.some((gateway) => gateway.class === model)) {
      gateways.push(new Gateway(file, model, 'partial', undefined));
    }
  }
  return gateways.sort((a, b) => a.class.node.range[0] - b.class.node.range[0]);
}

function gatewayDecorator(model: ClassModel, file: NestFile): DecoratorUse | undefined {
  const { gateway } = file.settings.decorators;
  return model.decorators.find(
    (use) =>
      findPart(use, ({ websockets }) => websockets === 'WebSocketGateway') !== undefined ||
      goesBy(use, gateway),
  );
}

function mayBeGateway(model: ClassModel): boolean {
  return (
    (model.node.superClass !== null || model.decorators.some((use) => !use.isKnown)) &&
    model.methods.some((method) => subscriptionOf(method))
  );
}
