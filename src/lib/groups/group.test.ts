import { describe, expect, it } from 'vitest';
import { isJoinable, isOpen } from './group';

const now = new Date('2027-01-15T10:00:00Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

describe('isOpen and isJoinable', () => {
	it.each([
		['in preparation', { openedAt: null, closedAt: null, codeExpiresAt: after }, false, false],
		['open', { openedAt: before, closedAt: null, codeExpiresAt: after }, true, true],
		['open with an expired code', { openedAt: before, closedAt: null, codeExpiresAt: before }, true, false],
		['expiring this instant', { openedAt: before, closedAt: null, codeExpiresAt: now }, true, false],
		['closed', { openedAt: before, closedAt: before, codeExpiresAt: after }, false, false],
		['closed this instant', { openedAt: before, closedAt: now, codeExpiresAt: after }, false, false],
		['to be closed', { openedAt: before, closedAt: after, codeExpiresAt: after }, true, true]
	])('%s', (_, group, open, joinable) => {
		expect(isOpen(group, now)).toBe(open);
		expect(isJoinable(group, now)).toBe(joinable);
	});
});
