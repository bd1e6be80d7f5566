# Running the bot: health and shards.
cli-healthcheck-short = Ask the running bot whether it is well.
cli-healthcheck-help = Ask the bot that runs on this machine whether it is well; for containers. Needs MATA_METRICS_PORT. The exit status is 0 if it is.
cli-healthcheck-ready = Ask also whether it is connected to Discord.
healthcheck-off = Health is not offered: set MATA_METRICS_PORT for the bot and for this command.
healthcheck-well = Well.
healthcheck-unwell = Not well, or not running.
serve-port-taken = The port for health and metrics cannot be opened: choose another MATA_METRICS_PORT.
memory-several-on-sqlite = Several processes need PostgreSQL: set MATA_DATABASE_URL, or let this process serve all shards.
settings-process = MATA_PROCESS has to be a number, or a name that ends in one, below MATA_PROCESSES, which may not exceed MATA_SHARD_COUNT: { $variable }

# Faults of the machine.
error-died = The machine I run on stopped the reading of this twice, for want of memory most likely: send the last few thousand lines.
