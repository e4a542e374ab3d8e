import EnlaceDaemon

await EnlacedCommand.start()
