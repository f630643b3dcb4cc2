// Loaded before PouchDB Server: its LevelDB then waits for the disk at each write, which it does not do by itself.
const LevelDown = require('leveldown')

for (const name of ['_put', '_del', '_batch']) {
  const write = LevelDown.prototype[name]
  LevelDown.prototype[name] = function (...args) {
    const at = args.length - 2
    args[at] = { ...args[at], sync: true }
    return write.apply(this, args)
  }
}
