import { describe, expect, it } from 'vitest';
import { isJoinable, isOpen } from './group';

const now = new Date('2027-01-15T10:00:00Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

describe('isOpen and isJoinable', () => {
	it.each([
		['open', { closedAt: null, codeExpiresAt: after }, true, true],
		['open with an expired code', { closedAt: null, codeExpiresAt: before }, true, false],
		['expiring this instant', { closedAt: null, codeExpiresAt: now }, true, false],
		['closed', { closedAt: before, codeExpiresAt: after }, false, false],
		['closed this instant', { closedAt: now, codeExpiresAt: after }, false, false],
		['to be closed', { closedAt: after, codeExpiresAt: after }, true, true]
	])('%s', (_, group, open, joinable) => {
		expect(isOpen(group, now)).toBe(open);
		expect(isJoinable(group, now)).toBe(joinable);
	});
});
