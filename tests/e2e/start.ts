// The instance that journeys run on: one process, or two behind a balancer (`npm run test:e2e:several`).
import { startServer, type ServerOptions, type TestServer } from '../server';
import { startSeveral } from '../several';
import { isSeveral } from './place';

export function startInstance(options: ServerOptions): Promise<Omit<TestServer, 'process'>> {
	return isSeveral ? startSeveral(options) : startServer(options);
}
