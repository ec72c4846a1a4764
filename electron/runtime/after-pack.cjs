const { rmSync } = require('node:fs');
const { join } = require('node:path');

/** Takes out what the stand-in carries and a product does not: Electron's own default app. */
exports.default = async function afterPack({ appOutDir }) {
  rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  rmSync(join(appOutDir, 'version'), { force: true });
};
