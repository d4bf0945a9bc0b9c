/**
 * What a port throws because the simulated world would have it so. The names are those of the AWS clients, so that the
 * service takes them for what they stand for; the class tells them from a mistake in the code under test.
 */
export class Injected extends Error {
  constructor(name: 'ThrottlingException' | 'TimeoutError', what: string) {
    super(what);
    this.name = name;
  }
}
