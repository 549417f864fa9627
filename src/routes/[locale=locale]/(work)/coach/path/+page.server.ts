// A coach's own way to a certificate.
import { requireRole } from '$lib/auth/guards.server';
import { readOwnPath } from '../../own-path.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const { record, view } = await readOwnPath(event, account);
	return { view, badgeId: record.badgeId };
};
