// The four files of a badge: JSON, JWT, and the two pictures with the badge baked in.
import { bakePng, bakeSvg } from '$lib/certification/badge-bake';
import { drawBadge } from '$lib/certification/badge-picture';
import { publishBadge, type Published } from '$lib/certification/badge-publish.server';
import coach from '$lib/certification/pictures/coach.png?inline';
import peerExpert from '$lib/certification/pictures/peer-expert.png?inline';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';
import { answer, wordsOf } from '../../publish.server';

export const prerender = false;

const pictures = { 'peer-expert': peerExpert, coach };

const files: Record<string, { type: string; write: (published: Published) => string | Uint8Array }> = {
	'badge.json': { type: 'application/json', write: ({ credential }) => JSON.stringify(credential) },
	'badge.jwt': { type: 'text/plain; charset=utf-8', write: ({ jwt }) => jwt },
	'badge.svg': {
		type: 'image/svg+xml',
		write: ({ badge, credential }) => bakeSvg(drawBadge(badge.achievement), JSON.stringify(credential))
	},
	'badge.png': {
		type: 'image/png',
		write: ({ badge, credential }) => bakePng(readPicture(pictures[badge.achievement]), JSON.stringify(credential))
	}
};

export const GET = async (event) => {
	publicRoute();
	const file = Object.hasOwn(files, event.params.file) ? files[event.params.file] : undefined;
	const published = file && (await publishBadge(getInstance(), event.params.id, wordsOf));
	const disposition = { 'content-disposition': `attachment; filename="${event.params.file}"` };
	return answer(event, file && published ? file.write(published) : null, file?.type, disposition);
};

function readPicture(inline: string): Uint8Array {
	return new Uint8Array(Buffer.from(inline.slice(inline.indexOf(',') + 1), 'base64'));
}
