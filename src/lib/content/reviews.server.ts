// The file of a module's reviews, while developing: on a built instance they come with the content and are only read.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appendReview, type Review } from './review';

/** Path of the reviews of a module, beside its module.svx. */
export function reviewFileOf(moduleFile: string): string {
	return join(dirname(moduleFile), 'reviews.json');
}

/** Text of that file; null when there is none yet. */
export function readReviewFile(moduleFile: string): string | null {
	const file = reviewFileOf(moduleFile);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Adds a review at the end of the file; says why when the file can't be read, and then leaves it as it is. */
export function addReview(moduleFile: string, review: Review): { ok: true } | { ok: false; message: string } {
	const appended = appendReview(readReviewFile(moduleFile), review);
	if (!appended.ok) return appended;
	writeFileSync(reviewFileOf(moduleFile), appended.text);
	return { ok: true };
}
