// The captions of a video in one language, as WebVTT. Asked for with `?v=<hash>`.
import { error } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { getTranslator } from '$lib/i18n/messages.server';
import { sourceLocale, type Locale } from '$lib/i18n/locales';
import { findModule } from '$lib/content/catalogue.server';
import type { CompiledModule, Video } from '$lib/content/graph';
import { writeCaptions } from '$lib/modules/blocks/captions';
import { getModule, listModulePages } from '../../module.server';

// 'auto': there may be no video at all, which is no mistake.
export const prerender = 'auto';

export const entries = () =>
	listModulePages().flatMap(({ locale, slug }) =>
		listVideos(findModule(slug, sourceLocale)!).map(({ id }) => ({ locale, slug, video: id }))
	);

export const GET = ({ params, locals }) => {
	publicRoute();
	const video = listVideos(getModule(params, locals)).find(({ id }) => id === params.video);
	if (!video) error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('player.pageNoModule') });
	return new Response(writeCaptions(video), { headers: { 'content-type': 'text/vtt; charset=utf-8' } });
};

function listVideos({ nodes }: CompiledModule): Video[] {
	return Object.values(nodes).flatMap(({ blocks }) => blocks.filter((block) => block.type === 'video'));
}
