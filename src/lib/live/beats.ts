// A scene of a story cut into pictures for a big screen: a shot, a few bubbles or a paragraph at a time, at the pace of the room.
// The cut follows the structure, so that it has as many pictures in every language.
import type { Block, Expression, NodeText } from '../content/graph';
import { escapeHtml } from '../content/html';
import { evaluate, type State } from '../modules/engine';
import type { Beat } from './view';

/** Bubbles of a chat in one picture. */
const bubbles = 2;

/** The pictures of a scene, at least one; with a situation, those of that play. */
export function cutBeats(node: NodeText | undefined, situation?: Pick<State, 'vars' | 'visits'>): Beat[] {
	const blocks = node?.blocks.filter((block) => !block.if || !situation || evaluate(block.if, situation) === true);
	const beats = blocks?.flatMap(beatsOf) ?? [];
	return beats.length > 0 ? beats : [{ html: '' }];
}

/** The condition of each picture, in order; null where it is in every play. */
export function listConditions(node: NodeText): (Expression | null)[] {
	return node.blocks.flatMap((block) => beatsOf(block).map(() => block.if ?? null));
}

function beatsOf(block: Block): Beat[] {
	switch (block.type) {
		case 'film':
			return block.shots.map(({ place, frame, cast, label, line }) => ({
				scene: { place, frame, cast },
				...(label !== undefined && { label }),
				html: `<p>${line}</p>`
			}));
		case 'chat':
			return Array.from({ length: Math.ceil(block.lines.length / bubbles) }, (_, index) => {
				const lines = block.lines.slice(index * bubbles, (index + 1) * bubbles);
				return { html: lines.map(({ name, html, me }) => bubble(name, html, me)).join('') };
			});
		case 'prose':
		case 'note':
			return [{ html: block.html }];
		default:
			return [];
	}
}

function bubble(name: string, html: string, me: true | undefined): string {
	return `<blockquote${me ? ' data-me' : ''}><strong>${escapeHtml(name)}</strong> ${html}</blockquote>`;
}
