// What the checker has to say about a place in a file.
import { codes, type Code, type Severity } from './codes';

/** A place in a file; line and column count from 1, as editors do. */
export interface Place {
	line: number;
	column: number;
}

export interface Finding extends Place {
	code: Code;
	severity: Severity;
	file: string;
	message: string;
	remedy: string;
}

/** Collects the findings of one file. */
export class Report {
	readonly findings: Finding[] = [];

	constructor(readonly file: string) {}

	add(code: Code, at: Place, message: string): void {
		const { severity, remedy } = codes[code];
		this.findings.push({ code, severity, file: this.file, line: at.line, column: at.column, message, remedy });
	}
}

/** One line for a terminal: `file:line:column E103 error: message — remedy`. */
export function formatFinding({ file, line, column, code, severity, message, remedy }: Finding): string {
	return `${file}:${line}:${column} ${code} ${severity}: ${message} — ${remedy}`;
}

/** Whether a list of findings holds an error (warnings let a build pass). */
export function hasError(findings: Finding[]): boolean {
	return findings.some(({ severity }) => severity === 'error');
}
