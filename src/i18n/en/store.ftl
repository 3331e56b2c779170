# The vault: what happened, what was kept, what to do next.

store-in-use = The vault is open in process { $pid }. Nothing was changed. Use the window that is open, or close it and try again.
store-in-use-unknown = The vault is open in another process. Nothing was changed. Use the window that is open, or close it and try again.
store-missing = There is no vault in this folder. Name the right folder, or make a new vault with “thucchat init”.
store-not-empty = The folder holds other files already; nothing was written there. Choose an empty folder or a new name.
store-newer = The vault was written by a newer version (format { $format }). Nothing was changed. Update the program and open it again.
store-manifest = The file { $path } cannot be read: { $reason }. The data is whole in the journal. Mend this file, or restore a backup.
store-journal-missing = The journal of the vault is not there. Nothing was changed. Restore a backup.
store-io = { $path } cannot be read or written: { $reason }. What was saved is still there. Check the disk and the permissions, then try again.
store-index = The index cannot be read ({ $reason }) and could not be rebuilt yet. The data is whole in the journal. Close the program and open it again.
store-programme-unknown = The vault does not hold the programme file { $hash }. What was saved is still there. Import the programme file again.
store-programme-broken = The programme file { $hash } in the vault cannot be used. The answers are whole. Import the file again, or update the program.
store-programme-damaged = The programme file { $hash } in the vault is damaged. Answers and evidence are whole. Import that same file again, or restore a backup.
store-programme-other = The file given is not the file of the programme that was read. Nothing was kept. Read the file again and retry.
store-file-missing = The vault does not hold the attached file { $name }. Nothing was saved. Attach the file again.
store-file-damaged = The attached file { $hash } in the vault is damaged. Everything else is whole. Attach it again, or restore a backup.
store-rebuild-refused = The journal is damaged in the middle, so the index was not rebuilt: the one in use knows more. Everything was left as it is. Restore a backup.

store-refused-frozen = The inspection is signed and cannot be changed. Nothing was saved. To change it, open it again and give the reason.
store-refused-not-signed = The inspection is not signed, so it need not be opened again. Nothing was saved. Just go on editing.
store-refused-missing = This recommendation or finding is no longer there. Nothing was saved. Open the list again.
store-refused-plan-held = Something is recorded in the inspection already, so its unit, round and programme stay. Nothing was saved. Plan a new inspection.
store-unknown-inspection = There is no inspection { $id }. Nothing was saved. Plan it first.
store-unknown-unit = There is no unit { $id }. Nothing was saved. Import the list of units first.
store-unknown-round = There is no round { $id }. Nothing was saved. Add the round first.
store-too-long = This is too much to save at once. Nothing was saved. Do it in smaller parts.
store-read-only = The journal is damaged in the middle, so the vault is open for reading only. Nothing was saved. Export what you need and restore a backup.
store-stopped = The vault stopped writing after a disk error. Everything reported as saved is still there; this change was not saved. See to the disk, then save again.
store-thread-gone = Writing to the vault stopped because of a fault in the program. What was called saved is kept; the last change may not be. Open it again and look at the last change.
store-not-saved = Not saved: { $reason }. Everything reported as saved is still there; the vault writes nothing more. Write what is on the screen elsewhere, then check the disk.
store-disk-full = The disk is full; at least { $megabytes } MB are missing. Everything reported as saved is still there; this change was not saved. Remove other files, then save again.

store-damaged-known = The index still knows everything that is damaged in the journal: nothing is lost, work can go on, but no more backups are made. Restore a backup into a new folder: what was changed after it comes along.
store-torn = The last write was cut off: { $bytes } bytes that were not written whole, in segment { $segment } at offset { $offset }, were moved to quarantine. Everything reported as saved is still there.
store-replayed = { $records ->
    [one] The last change was read again from the journal.
   *[other] The last { $records } changes were read again from the journal.
}
store-rebuilt-missing = There was no index; it was rebuilt from { $records } records of the journal. Nothing is lost.
store-rebuilt-damaged = The index was damaged; it was moved to quarantine and rebuilt from { $records } records of the journal. Nothing is lost.
store-rebuilt-layout = The index belonged to another version; it was rebuilt from { $records } records of the journal. Nothing is lost.
store-rebuilt-different = The index did not match the journal; it was moved to quarantine and rebuilt from { $records } records. Run “thucchat vault verify”.
store-rebuilt-ahead = The journal is shorter than the index: its last { $lost } records are gone. The old index is kept in quarantine; the vault opens with { $records } records. Restore a backup.
store-unknown-kept = { $count } parts written by a newer version are kept but not shown. Update the program to see them.
store-skipped = { $count } changes have no place to go because something before them is lost. They are still in the journal.
store-clock-behind = The clock of this laptop is behind the last record ({ $last }). Work goes on; please set the clock.
store-opened-read-only = The journal is damaged in the middle; the vault is open for reading only. The rest can be seen and exported. Restore a backup.

store-harm-unreadable = Segment { $segment }, offset { $offset }: { $bytes } bytes cannot be read.
store-harm-segment = The whole segment { $segment } of the journal is missing.
store-harm-gap = Segment { $segment }, offset { $offset }: records { $first } to { $last } are missing before this place.
store-harm-broken = Segment { $segment }, offset { $offset }: record { $seq } does not follow from the one before; one of the two was changed.
store-harm-repeated = Segment { $segment }, offset { $offset }: record { $seq } stands there again; it counts once.

store-verify-records = { $records } records in { $segments } segments of the journal: the chain of hashes is whole.
store-verify-files = { $files } attached files: their hashes are right.
store-verify-file-missing = The file { $hash }, which the records name, is missing. Attach it again, or restore a backup.
store-verify-file-damaged = The content of the file { $hash } has changed. Attach it again, or restore a backup.
store-verify-index-same = The index is the same as one rebuilt from the journal.
store-verify-index-differs = The index differs from one rebuilt from the journal. Run “thucchat vault rebuild”.

store-shared-folder = The vault { $path } lies in a folder of a network, or one that a program stands behind ({ $kind }): there “saved” may not have reached a disk, and two laptops may open the same vault. Work can go on. Move the vault to a disk of this laptop.
store-io-full = The disk is full, so { $path } cannot be written. What was shown as saved is kept. Remove other files, then try again.
store-io-denied = { $path } is read-only or may not be used. Nothing was changed. Copy the vault to a folder that can be written, or mend the permissions, and open it again.
store-verify-backup-damaged = The backup { $path } is damaged and cannot be restored. Back up again, then remove that file.
store-opened-full = The disk is full: the vault can be read and exported to another place, but nothing more can be saved. What was shown as saved is kept. Remove other files, then save again.
store-link = { $path } is a link that leads elsewhere; a vault is not opened through links. Nothing was read or written. Copy the whole folder of the vault from where you trust it.
store-open-to-others = Other users of this computer can look into the folder of the vault { $dir }, and it cannot be closed to them. Move the vault to a disk that keeps permissions.
store-closed-to-others = Other users of this computer could change the folder of the vault { $dir }; now only you can. Run `thucchat vault verify` to see whether anything was changed.
store-other-owner = The folder of the vault { $dir } belongs to another user of this computer, who can read and change it.
