import { describe, expect, it } from 'vitest';
import { judgeNames } from './names';

const typed = { pseudonym: '', username: '', name: '' };

describe('judgeNames', () => {
	it('takes a peer expert’s pseudonym and nothing else of theirs', () => {
		const all = { pseudonym: 'Renard turquoise 27', username: 'amina', name: 'Amina' };
		expect(judgeNames('peer-expert', all)).toEqual({ username: 'Renard turquoise 27', name: 'Renard turquoise 27' });
		expect(judgeNames('peer-expert', { ...all, pseudonym: 'Amina' })).toBe('pseudonym-missing');
	});

	it('tidies an adult’s', () => {
		expect(judgeNames('coach', { ...typed, username: '  nadia   b. ', name: ' Nadia ' })).toEqual({
			username: 'nadia b.',
			name: 'Nadia'
		});
		expect(judgeNames('coach', { ...typed, username: 'n@example.org', name: 'نادية' })).toMatchObject({ name: 'نادية' });
	});

	it.each(['', 'ab', 'x'.repeat(61), 'a\u202eb c', 'a<b>c', 'a\u0000bc', 'a/b/c'])('refuses the username %j', (username) => {
		expect(judgeNames('coordinator', { ...typed, username, name: 'Nadia' })).toBe('username-shape');
	});

	it.each(['', '   ', 'x'.repeat(61), '<b>', 'a\u202eb'])('refuses the first name %j', (name) => {
		expect(judgeNames('coordinator', { ...typed, username: 'nadia', name })).toBe('first-name-missing');
	});
});
