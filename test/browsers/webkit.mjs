import { findWebKit } from './find.mjs';
import { runner } from './runner.mjs';
import { webKitLauncher } from './webkit-launcher.mjs';

export default runner('webkit', webKitLauncher(findWebKit()));
