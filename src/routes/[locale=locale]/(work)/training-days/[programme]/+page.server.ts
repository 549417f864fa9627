// The exercises of a training day: for those who lead it, to read and to print.
import { requireRole } from '$lib/auth/guards.server';
import { isSheetProgramme } from '$lib/training/training-day';
import { refuse } from '../../work.server';

export const load = (event) => {
	const { role } = requireRole(event, 'coach', 'coordinator');
	const { programme } = event.params;
	if (!isSheetProgramme(programme)) refuse(event);
	const place = role === 'coach' ? 'coach' : 'coordinate';
	return { programme, back: `/${event.params.locale}/${place}/training` };
};
