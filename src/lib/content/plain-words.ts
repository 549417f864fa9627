// The words of a text without its marks, cheaply: the checks of words read every unit in every language, and need no syntax tree.

/** A text without bold, italics, link targets, list marks and escapes. */
export function withoutMarks(text: string): string {
	return text
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/^(-|\d+\.) /gm, '')
		.replace(/\\\n|\n/g, ' ')
		.replace(/(?<!\\)\*/g, '')
		.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
}

/** The words of a text: letters and digits, with the apostrophes and hyphens inside them. */
export function listWords(text: string): string[] {
	return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu) ?? [];
}
