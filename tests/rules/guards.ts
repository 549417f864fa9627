// Every function that a request can reach says first who may call it. Guarding in a layout alone guards nothing: a layout does
// not run for actions, endpoints or data requests.
import ts from 'typescript';
import type { Files, Violation } from './source';

const guards = new Set(['publicRoute', 'requireUser', 'requireStage', 'requireRole', 'requireRoleUnlessDev']);
const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback']);
const remedy =
	'begin it with publicRoute(), requireUser(event), requireStage(event, …) or requireRole(event, …) from $lib/auth/guards.server.';

/** One function that a request reaches, and the guard that it begins with (null when it has none). */
export interface Door {
	file: string;
	/** `load`, `GET`, `actions.default` … */
	name: string;
	guard: string | null;
}

export function listDoors(files: Files): Door[] {
	return [...files].flatMap(([file, text]) => (isServerRoute(file) ? listDoorsOfFile(file, text) : []));
}

export function checkGuards(files: Files): Violation[] {
	const unguarded = listDoors(files)
		.filter(({ guard }) => guard === null)
		.map(({ file, name }) => ({ file, message: `${name} has no guard on its first line: ${remedy}` }));
	return [...unguarded, ...checkUniversal(files), ...checkWorkPages(files)];
}

/** A universal `load` runs in the browser too, where no guard can be. */
function checkUniversal(files: Files): Violation[] {
	return [...files]
		.filter(
			([file, text]) => /\/\+(page|layout)\.ts$/.test(file) && /export\s+(const|function|async function)\s+load\b/.test(text)
		)
		.map(([file]) => ({ file, message: 'has a universal load: move it to the .server.ts file beside it, with a guard.' }));
}

/** A work page without a load of its own would be guarded by its layout only. */
function checkWorkPages(files: Files): Violation[] {
	return [...files.keys()]
		.filter((file) => file.includes('/(work)/') && file.endsWith('+page.svelte'))
		.filter((file) => !files.has(file.replace('+page.svelte', '+page.server.ts')))
		.map((file) => ({ file, message: `has no +page.server.ts: add one with a load, and ${remedy}` }));
}

function isServerRoute(file: string): boolean {
	return /^src\/routes\/.*\+(server|page\.server|layout\.server)\.ts$/.test(file);
}

function listDoorsOfFile(file: string, text: string): Door[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const doors: Door[] = [];
	const add = (name: string, body: ts.Node | undefined) => doors.push({ file, name, guard: findGuard(body) });
	for (const statement of source.statements) {
		if (!isExported(statement)) continue;
		if (ts.isFunctionDeclaration(statement) && isDoorName(statement.name?.text)) add(statement.name?.text ?? '', statement);
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			const exported = name.getText(source);
			const value = unwrap(initializer);
			if (isDoorName(exported)) add(exported, value);
			if (exported !== 'actions' || !value || !ts.isObjectLiteralExpression(value)) continue;
			for (const property of value.properties) {
				const body = ts.isPropertyAssignment(property) ? unwrap(property.initializer) : property;
				add(`actions.${property.name?.getText(source)}`, body);
			}
		}
	}
	return doors;
}

function isDoorName(name: string | undefined): boolean {
	return name !== undefined && (name === 'load' || methods.has(name));
}

function isExported(statement: ts.Statement): boolean {
	const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
	return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Looks through `satisfies`, `as` and parentheses. */
function unwrap(node: ts.Expression | undefined): ts.Expression | undefined {
	while (node && (ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)))
		node = node.expression;
	return node;
}

/** The guard called by the first statement of a function, whether awaited, assigned or alone. */
function findGuard(node: ts.Node | undefined): string | null {
	if (
		!node ||
		!(ts.isArrowFunction(node) || ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node))
	) {
		return null;
	}
	const body = node.body;
	const first = body && ts.isBlock(body) ? body.statements[0] : body;
	if (!first) return null;
	let expression: ts.Node | undefined = first;
	if (ts.isExpressionStatement(first)) expression = first.expression;
	if (ts.isReturnStatement(first)) expression = first.expression;
	if (ts.isVariableStatement(first)) expression = first.declarationList.declarations[0]?.initializer;
	if (expression && ts.isAwaitExpression(expression)) expression = expression.expression;
	if (!expression || !ts.isCallExpression(expression)) return null;
	const name = expression.expression.getText();
	return guards.has(name) ? name : null;
}
