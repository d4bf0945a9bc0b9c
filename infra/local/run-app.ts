import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { placeholderIssuer } from './template.ts';

/**
 * Runs a CDK app into `outDir` as `cdk synth` would, with the context of `cdk.json`, in a process of its own, whose memory
 * goes with it. Throws with the app's own first error.
 */
export async function runApp(props: { app: string; root: string; outDir: string }): Promise<void> {
  const { context } = JSON.parse(readFileSync(join(props.root, 'cdk.json'), 'utf8')) as { context: object };
  try {
    await promisify(execFile)(process.execPath, [props.app], {
      cwd: props.root,
      env: {
        ...process.env,
        CDK_OUTDIR: props.outDir,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, oidcIssuer: placeholderIssuer }),
      },
    });
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    throw new Error(`the app cannot be synthesized: ${firstError(stderr || String(cause))}`, { cause });
  }
}

const firstError = (stderr: string): string => {
  const line = stderr.split('\n').find((text) => text.includes('Error: '));
  return line?.replace(/^.*?Error: /, '') ?? stderr.slice(0, 2_000);
};
