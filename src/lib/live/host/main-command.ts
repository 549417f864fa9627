// The one large button of the host: what comes next in the ordinary way. Everything else is a smaller button beside it.
import type { Key } from '../../i18n/translator';
import type { HostView } from '../view';

export interface MainCommand {
	cmd: string;
	key: Key;
}

const names: Record<string, Key> = {
	begin: 'host.doBegin',
	welcome: 'host.doWelcome',
	beat: 'host.doBeat',
	open: 'host.doOpen',
	close: 'host.doClose',
	reveal: 'host.doReveal',
	discuss: 'host.doDiscuss',
	next: 'host.doNext'
};

/** Null where the host has to choose (a film's next scene, hands to count) or nothing comes next. */
export function mainCommand(
	view: Pick<HostView, 'phase' | 'can' | 'kind' | 'surface' | 'options' | 'ending'>
): MainCommand | null {
	const { phase, can, kind, surface } = view;
	const able = (cmd: string) => (can.includes(cmd) ? { cmd, key: names[cmd] as Key } : null);
	switch (phase) {
		case 'prompt':
			return able('beat') ?? (surface === 'one-device' ? null : able('open'));
		case 'discuss':
			if (kind === 'film' && !view.ending && can.includes('choose')) return null;
			return able('beat') ?? able('next');
		case 'lobby':
			return { cmd: 'next', key: 'host.doStart' };
		case 'debrief':
			return { cmd: 'next', key: 'host.doFeedback' };
		case 'feedback':
			return { cmd: 'next', key: 'host.doEnd' };
		default:
			return able('begin') ?? able('welcome') ?? able('close') ?? able('reveal') ?? able('discuss');
	}
}

/** The smaller buttons, in order, of those that make sense now. */
export function sideKeys({ can }: Pick<HostView, 'can'>): [cmd: string, key: Key][] {
	const all: [string, Key][] = [
		['open', 'host.doOpen'],
		['reopen', 'host.doReopen'],
		['revote', 'host.doRevote'],
		['minority', 'host.doMinority'],
		['next', 'host.doLeaveFilm'],
		['skip', 'host.doSkip'],
		['wrap-up', 'host.doWrapUp'],
		['stop', 'host.doStop']
	];
	return all.filter(([cmd]) => can.includes(cmd));
}

/** Why the server didn't do it, in words that say what to do. */
export const refusalKeys: Record<string, Key> = {
	stale: 'host.refusedStale',
	phase: 'host.refusedPhase',
	held: 'host.refusedHeld',
	ended: 'host.refusedEnded',
	nothing: 'host.refusedNothing',
	option: 'host.refusedOption',
	role: 'host.refusedRole',
	stranger: 'host.refusedStranger'
};
