import { expect, it } from 'vitest';
import type { Video } from '$lib/content/graph';
import { hashCues, writeCaptions } from './captions';

const video: Video = {
	type: 'video',
	id: 'film',
	src: '/media/x/film.webm',
	cues: [
		{ from: 0, to: 2.04, label: 'Lina', line: 'Salut &amp; <strong>bravo</strong> &lt;3' },
		{ from: 3661.5, to: 3662, line: 'Un bus\n\npart. --&gt; fin', stop: true }
	]
};

it('are a WebVTT file with plain words', () => {
	expect(writeCaptions(video)).toBe(`WEBVTT

1
00:00:00.000 --> 00:00:02.040
<v Lina>Salut &amp; bravo &lt;3

2
01:01:01.500 --> 01:01:02.000
Un bus part. --&gt; fin
`);
});

it('have an address that changes with every word', () => {
	const [first, ...others] = video.cues;
	expect(hashCues(video)).toBe(hashCues(structuredClone(video)));
	expect(hashCues(video)).not.toBe(hashCues({ ...video, cues: [{ ...first!, line: 'Salut' }, ...others] }));
});
