# Backups: whether there is one, where, how to restore from it, why there is none.

backup-newest = Newest good backup: { $path } ({ $made }, { $records } records). Restore it into a new folder: `thucchat vault restore "{ $path }" --to NEW_FOLDER`
backup-none = There is no good backup in this vault yet. If you have one elsewhere (a USB stick), run `thucchat vault restore FILE --to NEW_FOLDER`.
backup-done = Backed up { $records } records, read again, the same. The backup: { $path }
backup-same = The backup already holds all { $records } records, read again, the same: { $path }
backup-lost = { $count } attachments could not be backed up: in the vault they are damaged or gone. Run `thucchat vault verify` to see which.
backup-large = The backups take { $megabytes } MB, more than the { $limit } MB in the settings; only those that must stay are left. Raise the limit or choose another disk.
backup-no-second = There is no second folder yet: plug in a USB stick and write its folder into the settings.
backup-second-away = The second folder { $path } is not there. The backup within the vault was made. Plug in the stick and back up again.
backup-failed = Not backed up. The backups before it are untouched, and so is your work. { $why }

backup-source-damaged = The vault's journal is damaged, so it is not backed up: the good backup before it stays as it is. Restore that one.
backup-behind = The backup { $path } has { $theirs } records, some of which are no longer in the vault ({ $ours } records). That backup stays as it is. Restore it; to go on with this vault all the same, move that file elsewhere and back up again.
backup-unequal = What was written to { $path } reads back differently: this disk or USB stick is bad. The copy does not count. Use another disk.
backup-spoilt = { $path } is damaged: it is not as it was written. Nothing was restored. Use another backup.
backup-is-none = { $path } is no backup of Thực chất. Nothing was restored. Name a file that ends in .backup.
backup-newer = The backup { $path } was made by a newer version. Nothing was restored. Update the program and try again.
backup-not-empty = There is something in the folder { $path }. Nothing was restored and nothing overwritten. Choose a new folder.

dialog-backed-up = Backup

command-back-up = back up
command-back-up-help = Back up the whole vault now, within the vault and into the second folder (a USB stick) of the settings; what was written is read again and compared before it counts.
work-backup = Backing up: { $done }/{ $of } MB
work-backup-stopped = Backing up was stopped. The backups before it are untouched.
field-backup-folder = Back up into folder
field-backup-megabytes = Backups at most (MB)
settings-about-backup-folder = A folder on a USB stick or another disk, like /media/usb/thucchat. The backup key writes another copy there.
settings-about-backup-megabytes = The backups in one folder stay within this; the newest always stays. Empty means 2,000 MB.
cli-does-backup = Backing up the vault
cli-does-restore = Making the index of the restored vault
cli-restored = Restored { $records } records into { $to }; the old vault was not changed. Open it with: `thucchat --vault "{ $to }"`
cli-restored-later = Among them { $later } changes after the backup, taken from the old vault.
cli-restored-lost = { $count } attachments could not be restored; attach them again: { $hashes }
cli-restored-unsound = The restored vault is not quite sound. Run `thucchat --vault "{ $to }" vault verify`.
cli-info-backup = Newest good backup
cli-info-backup-line = { $path } ({ $made }, { $records } records; read again, the same)
cli-info-no-backup = none yet
