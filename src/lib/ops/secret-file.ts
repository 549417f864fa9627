// Where a secret stands when it stands in a file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The name that systemd knows a secret by: `relais.accounts-key` for ACCOUNTS_KEY. */
export function credentialName(name: string): string {
	return `relais.${name.toLowerCase().replaceAll('_', '-')}`;
}

/**
 * The file of a secret: the one that `<NAME>_FILE` names (Docker's secrets), or the credential of that name that systemd hands to
 * this process; undefined where neither is there, or where the secret is a variable itself.
 */
export function secretFile(name: string, env: Record<string, string | undefined>): string | undefined {
	if (env[`${name}_FILE`]) return env[`${name}_FILE`];
	if (env[name] || !env.CREDENTIALS_DIRECTORY) return undefined;
	const file = join(env.CREDENTIALS_DIRECTORY, credentialName(name));
	return existsSync(file) ? file : undefined;
}
