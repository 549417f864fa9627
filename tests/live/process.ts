// One process of an instance with lives, for tests that kill it: `tsx tests/live/process.ts FOLDER PORT REDIS_URL|- real|racy`.
import { racyVotes } from './racy-votes';
import { serveLives } from './serve';

const [folder = '', port = '0', redis = '-', votes = 'real'] = process.argv.slice(2);
const served = await serveLives({
	folder,
	port: Number(port),
	redisUrl: redis === '-' ? null : redis,
	...(votes === 'racy' && { votes: racyVotes })
});
console.log(`ready ${served.origin}`);
process.on('SIGTERM', () => void served.stop().then(() => process.exit(0)));
