/**
 * A handler made from the environment: in Lambda while the instance starts, elsewhere (tests import these files) at its
 * first call.
 */
export function atColdStart<Arguments extends readonly unknown[], Answer>(
  make: () => (...args: Arguments) => Answer,
): (...args: Arguments) => Answer {
  let made = process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? undefined : make();
  return (...args) => {
    if (made === undefined) made = make();
    return made(...args);
  };
}
