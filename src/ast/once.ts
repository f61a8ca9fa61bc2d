/**
 * Makes a question that is worked out once for each thing that it is asked about: the answer is kept
 * as long as the thing is. What else the question is handed must follow from the thing.
 */
export function once<Thing extends object, Answer extends object | string | boolean, Rest = void>(
  workOut: (thing: Thing, rest: Rest) => Answer,
): (thing: Thing, rest: Rest) => Answer {
  const answers = new WeakMap<Thing, Answer>();
  return (thing, rest) => {
    let answer = answers.get(thing);
    if (answer === undefined) {
      answer = workOut(thing, rest);
      answers.set(thing, answer);
    }
    return answer;
  };
}
