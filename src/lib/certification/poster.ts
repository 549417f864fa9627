// What a peer expert's poster says beside their role: where and when to find them. No photo, no surname, no way to contact them. Pure.
import * as v from 'valibot';

export interface Poster {
	place: string;
	times: string;
	/** Null until the coach approved these words; changing them asks again. */
	approvedOn: string | null;
}

/** Something that leads to a person elsewhere: an address, a profile, a number to call. */
const contact = /@|https?:|www\.|\b(insta|snap|tiktok|whatsapp|telegram|discord)|(\+?\d[\s./-]?){8,}/i;

const words = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(2),
	v.maxLength(60),
	v.check((text) => !contact.test(text))
);
const schema = v.object({ place: words, times: words });

/** Reads the posted words, or names the fields that are wrong: too short, too long, or a way to contact somebody (P8). */
export function checkPoster(
	fields: Record<string, string>
): { ok: true; value: { place: string; times: string } } | { ok: false; wrong: string[] } {
	const read = v.safeParse(schema, fields);
	if (read.success) return { ok: true, value: read.output };
	return { ok: false, wrong: [...new Set(read.issues.map((issue) => String(issue.path?.[0]?.key ?? '')))] };
}
