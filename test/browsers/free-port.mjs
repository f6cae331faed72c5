import { createServer } from 'node:net';

/** A port that nobody has now. Runs beside each other do not meet, and a server that an earlier one left behind is never asked. */
export const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
