# Settings that cannot be used: one sentence each, the variable last.
settings-whole-number = This setting has to be a whole number: { $variable }
settings-positive = This setting has to be greater than zero: { $variable }
settings-range = This setting is outside its range: { $variable }
settings-log-level = This setting has to be DEBUG, INFO, WARNING or ERROR: { $variable }
settings-url = This setting has to be an address that begins with http:// or https://: { $variable }
settings-yes-or-no = This setting has to be true or false: { $variable }
settings-shard-ids = This setting has to be numbers such as 0,1,2 or 0-3: { $variable }
settings-shards = Shard ids need a MATA_SHARD_COUNT that is larger than each of them: { $variable }
settings-invalid = This setting cannot be used as it is: { $variable }
