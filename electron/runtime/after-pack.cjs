const { rmSync } = require('node:fs');
const { join } = require('node:path');

/** Takes out what Electron's folder carries and a product does not: the default app, the number of the version. */
exports.default = async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
  rmSync(join(appOutDir, 'version'), { force: true });
};
