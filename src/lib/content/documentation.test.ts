import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codes } from './codes';
import { compileModule } from './compile';

it('docs/content-codes.md lists every code with its severity, meaning and remedy', () => {
	const table = readFileSync('docs/content-codes.md', 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| E'))
		.map((line) =>
			line
				.split('|')
				.map((cell) => cell.trim().replaceAll('\\', ''))
				.slice(1, -1)
		);
	const expected = Object.entries(codes).map(([code, { severity, title, remedy }]) => [code, severity, title, remedy]);
	expect(table).toEqual(expected);
});

it('the example of content/README.md is a module without errors', () => {
	const example = /```md\n(.*?)```/s.exec(readFileSync('content/README.md', 'utf8'))![1]!;
	const { findings } = compileModule(example, 'content/modules/la-photo/module.svx', {});
	expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
