import { err, ok, type Result } from '../../../functions/core/result.ts';

/** An API to drive, and whether it runs on this machine. */
export interface Target {
  /** Without a slash at its end. */
  readonly url: string;
  readonly isLoopback: boolean;
}

/**
 * What may be driven: this machine, or another one that the caller insists on (`isSure`), over https. The error is one
 * line that says why not.
 */
export function checkTarget(text: string, isSure: boolean): Result<Target, string> {
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    return err(`--url "${text}": expected the address of an API, such as http://127.0.0.1:8311`);
  }
  if (parsed.username !== '' || parsed.password !== '' || parsed.search !== '' || parsed.hash !== '') {
    return err(
      '--url: no user name, password, query or fragment belongs in it; a token is read from --token-file',
    );
  }
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(parsed.hostname);
  if (!(isLoopback || isSure)) {
    return err(
      `--url ${parsed.origin} is not this machine: synthetic requests would open real tickets there; --yes-really if that is meant`,
    );
  }
  if (!isLoopback && parsed.protocol !== 'https:')
    return err('--url: another machine is driven over https only');
  return ok({ url: parsed.href.replace(/\/+$/, ''), isLoopback });
}
