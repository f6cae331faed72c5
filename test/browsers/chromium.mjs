import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumFlags, findChromium } from './find.mjs';
import { runner } from './runner.mjs';

export default runner('browser', chromeLauncher({ launchOptions: { executablePath: findChromium(), args: chromiumFlags } }));
