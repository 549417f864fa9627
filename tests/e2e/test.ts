// What every journey also proves: no request leaves for another origin, no policy is violated, nothing throws, and a young
// person's pages set no cookie.
import { expect, test as base } from '@playwright/test';
import { e2eOrigin } from './place';

interface Watch {
	/** A young person's journey leaves no cookie behind; one of a coach has theirs. */
	expectsCookie: boolean;
	/** Pages of this journey answer with an error on purpose. */
	watch: void;
}

export const test = base.extend<Watch>({
	expectsCookie: [false, { option: true }],
	watch: [
		async ({ context, expectsCookie }, use) => {
			const problems: string[] = [];
			context.on('request', (request) => {
				const url = new URL(request.url());
				if (url.origin !== e2eOrigin && /^https?:/.test(url.protocol)) problems.push(`third party: ${url.origin}`);
			});
			context.on('weberror', (error) => problems.push(`threw: ${error.error().message}`));
			context.on('console', (message) => {
				if (/content security policy|hydration/i.test(message.text())) problems.push(message.text());
			});
			await use();
			expect(problems).toEqual([]);
			if (!expectsCookie) expect(await context.cookies()).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };
