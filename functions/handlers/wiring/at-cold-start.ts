import { openService, type Service } from './service.ts';

/**
 * A handler made from the service: in Lambda while the instance starts, elsewhere (tests import these files) at its first
 * call. It is made anew when other rules have come into force, so that an event is done by one set of rules throughout.
 */
export async function atColdStart<Arguments extends readonly unknown[], Answer>(
  make: (service: Service) => (...args: Arguments) => Answer | Promise<Answer>,
): Promise<(...args: Arguments) => Promise<Answer>> {
  const start = async () => {
    const service = await openService();
    return { service, made: { by: service.deployed, handler: make(service.deployed) } };
  };
  let started = process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? undefined : await start();
  return async (...args) => {
    started ??= await start();
    const present = await started.service.present();
    if (started.made.by !== present) started.made = { by: present, handler: make(present) };
    return await started.made.handler(...args);
  };
}
