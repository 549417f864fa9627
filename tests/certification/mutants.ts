// Damaged copies of a file of rules: each differs in one operator, number, word, condition or list. A table of cases is worth what it
// notices of them.
import ts from 'typescript';

export interface Mutant {
	line: number;
	what: string;
	text: string;
}

const swaps: Partial<Record<ts.SyntaxKind, string[]>> = {
	[ts.SyntaxKind.LessThanToken]: ['<=', '>='],
	[ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
	[ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
	[ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
	[ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
	[ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
	[ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
	[ts.SyntaxKind.BarBarToken]: ['&&'],
	[ts.SyntaxKind.PlusToken]: ['-'],
	[ts.SyntaxKind.MinusToken]: ['+']
};
/** Methods whose opposite is as easily written. */
const methods = new Map([
	['every', 'some'],
	['some', 'every'],
	['min', 'max'],
	['max', 'min']
]);

/** Every mutant of a TypeScript source, in the order of its lines. */
export function listMutants(source: string): Mutant[] {
	const file = ts.createSourceFile('rules.ts', source, ts.ScriptTarget.Latest, true);
	const mutants: Mutant[] = [];
	const replace = (node: ts.Node, by: string) => {
		const text = source.slice(0, node.getStart()) + by + source.slice(node.getEnd());
		const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
		mutants.push({ line, what: `${node.getText().slice(0, 50)} -> ${by.slice(0, 50)}`, text });
	};
	const visit = (node: ts.Node): void => {
		// Types and imports are gone when it runs.
		if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node))
			return;
		if (ts.isBinaryExpression(node)) for (const by of swaps[node.operatorToken.kind] ?? []) replace(node.operatorToken, by);
		if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
			replace(node, node.operand.getText());
		if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) replace(node, node.operand.getText());
		if (ts.isNumericLiteral(node)) replace(node, String(Number(node.text) + 1));
		if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false');
		if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true');
		if (ts.isStringLiteral(node) && !isCaseOrKey(node)) replace(node, `'mutated'`);
		if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
			const condition = ts.isIfStatement(node) ? node.expression : node.condition;
			replace(condition, 'true');
			replace(condition, 'false');
		}
		const opposite = ts.isPropertyAccessExpression(node) && methods.get(node.name.text);
		if (opposite) replace(node.name, opposite);
		if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) replace(node, '[]');
		if (ts.isReturnStatement(node) && node.expression && node.expression.kind !== ts.SyntaxKind.NullKeyword)
			replace(node.expression, 'null as never');
		ts.forEachChild(node, visit);
	};
	visit(file);
	return mutants;
}

/** The word of a `case` that no longer fits is the same as a missing branch, which the types refuse. */
function isCaseOrKey(node: ts.StringLiteral): boolean {
	return ts.isCaseClause(node.parent) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node);
}
