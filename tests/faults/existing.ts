// Faults that tests of the folders hold already: run as they are, by name, and reported as rows of the table.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectThat, type Fault } from './fault';

interface Report {
	testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

async function runTests(file: string, name: string, env: Record<string, string> = {}): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-faults-'));
	const output = join(folder, 'report.json');
	const parameters = ['vitest', 'run', file, '-t', name, '--reporter=json', `--outputFile=${output}`];
	const child = spawn('npx', parameters, { stdio: 'ignore', env: { ...process.env, ...env } });
	await once(child, 'exit');
	const report: Report = JSON.parse(readFileSync(output, 'utf8'));
	rmSync(folder, { recursive: true });
	const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
	const run = results.filter(({ status }) => status === 'passed' || status === 'failed');
	const failed = run.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
	expectThat(run.length > 0, `no test "${name}" in ${file}`);
	expectThat(failed.length === 0, `${file}: ${failed.join('; ')}`);
	return `${run.length} test${run.length > 1 ? 's' : ''} of ${file}`;
}

const held = (fault: string, expected: string, file: string, name: string, env?: Record<string, string>): Fault => ({
	...{ fault, expected },
	try: () => runTests(file, name, env)
});

export const killsOfCounts = 60;
export const killsOfAnswers = 30;

export const existing: Fault[] = [
	held(
		`kill -9 while counting, ${killsOfCounts} times`,
		'0 acknowledged events lost, none twice',
		...(['src/lib/voices/kill.process.test.ts', 'loses nothing'] as const),
		{ KILL_ROUNDS: String(killsOfCounts) }
	),
	held(
		`kill -9 in batches and releases, ${killsOfAnswers} times`,
		'0 acknowledged answers lost, none by half',
		...(['src/lib/voices/kill-answers.process.test.ts', 'loses and doubles'] as const),
		{ KILL_ROUNDS: String(killsOfAnswers) }
	),
	held(
		'a migration fails half-way',
		'nothing of it stays; repaired, it runs',
		'src/lib/database/migrations.server.test.ts',
		'half-way'
	),
	held(
		'four processes start at the same moment on a folder whose schema is old',
		'each migration runs once; all open',
		'src/lib/database/migrations.server.test.ts',
		'same moment'
	),
	held(
		'a guess at one process, the next at the other',
		'counted together, where Redis is; slowed down as by one',
		'src/lib/auth/slow-down.test.ts',
		'with other processes'
	),
	held(
		'Redis out of reach, and each request answered by the other process',
		'moves seen at once, old cookies refused, polls wait',
		'src/lib/live/two-processes.process.test.ts',
		''
	),
	held(
		'a file locked for a second',
		'writes wait, the process goes on',
		'src/lib/database/database.server.test.ts',
		'wait for another program'
	),
	held(
		'a file locked for longer',
		'told so; the next write runs',
		'src/lib/database/database.server.test.ts',
		'has the file locked'
	),
	held(
		'full disk during a write',
		'told in a sentence; kept what was; recovers',
		'src/lib/database/database.server.test.ts',
		'disk is full'
	),
	held('full disk during a vote', 'not acknowledged; is, once there is room', 'src/lib/live/handler.test.ts', 'disk is full'),
	held(
		'a file cut short, or rubbish',
		'refused at the start, by name',
		'src/lib/database/start-up.test.ts',
		'cut short|is not a database'
	),
	held('a backup damaged, of another key, newer', 'refused; nothing changes', 'src/lib/ops/restore.server.test.ts', 'refuses'),
	held('everything lost', 'restored from backups, row by row', 'tests/backup-drill.process.test.ts', 'everything is there'),
	held('a reader of a stream that stopped reading', 'let go; the room goes on', 'src/lib/live/rooms.test.ts', 'let a reader go'),
	held(
		'the clock jumps during a meeting or a sign-in',
		'nobody locked out, nothing open for ever',
		'tests/clock-jump.test.ts',
		''
	)
];
