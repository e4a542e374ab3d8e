import EnlaceCommands

await EnlaceCommand.start()
