// Events as devices send them, for tests of the voices store.
import { randomBytes } from 'node:crypto';
import type { Participation } from '../src/lib/voices/schema';

const facts = { groupId: 'group-a', organisationId: 'organisation-a', module: 'a-module', version: 1, locale: 'fr' };

type Changes = Partial<Pick<Participation, 'id' | 'groupId' | 'organisationId' | 'module' | 'version' | 'locale' | 'attempt'>>;

export function randomId(): string {
	return randomBytes(16).toString('base64url');
}

export function start(changes: Changes = {}): Participation {
	return { ...facts, id: randomId(), attempt: 'first', kind: 'start', ...changes };
}

export function choice(node: string, chosen: string, changes: Changes = {}): Participation {
	return { ...facts, id: randomId(), attempt: 'first', kind: 'choice', node, choice: chosen, ...changes };
}

export function end(node: string, changes: Changes = {}): Participation {
	return { ...facts, id: randomId(), attempt: 'first', kind: 'end', node, ...changes };
}
