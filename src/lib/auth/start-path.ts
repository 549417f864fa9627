// Where a signed-in account begins.
import type { Role } from './account';

const places: Record<Role, string> = {
	'peer-expert': 'peer',
	coach: 'coach',
	coordinator: 'coordinate',
	'network-admin': 'admin'
};

/** The first page of a role, in this language. */
export function startPath(role: Role, locale: string): string {
	return `/${locale}/${places[role]}`;
}
