// Where a signed-in account begins.
import type { Role } from './account';

/** The first page of a role, in this language. */
export function startPath(role: Role, locale: string): string {
	return role === 'coach' || role === 'coordinator' ? `/${locale}/coach` : `/${locale}/account`;
}
