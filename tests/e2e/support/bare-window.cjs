// A window with no protection at all: the same vectors are fired in it, to prove that they and the canary work.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.BARE_USER_DATA);
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false });
  return window.loadURL(process.env.BARE_PAGE);
});
