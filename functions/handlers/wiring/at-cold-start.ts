import { openService, type Service } from './service.ts';

/**
 * A handler made from the service: in Lambda while the instance starts, elsewhere (tests import these files) at its first
 * call. It is made anew when other rules have come into force, so that an event is done by one set of rules throughout.
 *
 * @param otherwise what handles an event while the rules in force cannot be learned; without it that is thrown
 */
export async function atColdStart<Arguments extends readonly unknown[], Answer>(
  make: (service: Service) => (...args: Arguments) => Answer | Promise<Answer>,
  otherwise?: (service: Service, cause: unknown) => (...args: Arguments) => Answer | Promise<Answer>,
): Promise<(...args: Arguments) => Promise<Answer>> {
  const start = async () => {
    const service = await openService();
    return { service, made: { by: service.deployed, handler: make(service.deployed) } };
  };
  let started = process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? undefined : await start();
  return async (...args) => {
    started ??= await start();
    let present: Service;
    try {
      present = await started.service.present();
    } catch (cause) {
      if (otherwise === undefined) throw cause;
      return await otherwise(started.service.deployed, cause)(...args);
    }
    if (started.made.by !== present) started.made = { by: present, handler: make(present) };
    return await started.made.handler(...args);
  };
}
