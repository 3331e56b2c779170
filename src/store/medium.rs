//! What kind of disk a vault lies on. Folders of a network, and those that a program stands behind (FUSE), may say that something is on the
//! disk when it is not, and may let two laptops open the same vault: that is said at every opening, and refuses nothing.

use crate::i18n::{Message, key};
use std::path::Path;

/// The system's numbers of such folders (`statfs(2)`, Linux), with their names.
const SHARED: [(u32, &str); 13] = [
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x6573_5546, "FUSE"),
    (0x0102_1997, "9P"),
    (0x5346_414f, "AFS"),
    (0x6b41_4653, "AFS"),
    (0x00c3_6400, "Ceph"),
    (0x7375_7245, "Coda"),
    (0x564c, "NCP"),
    (0x786f_4256, "VirtualBox"),
    (0x0bd0_0bd0, "Lustre"),
];

/// The name of a kind of folder that cannot be trusted with a vault; `None` for a disk of this machine.
const fn shared(kind: u32) -> Option<&'static str> {
    let mut at = 0;
    while at < SHARED.len() {
        if SHARED[at].0 == kind {
            return Some(SHARED[at].1);
        }
        at += 1;
    }
    None
}

/// What is said of the folder a vault lies in.
pub(super) fn notice(dir: &Path) -> Option<Message> {
    let kind = shared(kind(dir)?)?;
    Some(Message::new(key::STORE_SHARED_FOLDER).with("kind", kind).with("path", dir.display().to_string()))
}

#[cfg(target_os = "linux")]
fn kind(dir: &Path) -> Option<u32> {
    // The numbers have 32 bits; where the system holds them in more, those above say nothing.
    u32::try_from(rustix::fs::statfs(dir).ok()?.f_type.cast_unsigned() & 0xffff_ffff).ok()
}

#[cfg(not(target_os = "linux"))]
fn kind(_: &Path) -> Option<u32> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn folders_of_a_network_and_of_programs_are_known_and_disks_are_not() {
        // The numbers of linux/magic.h.
        for (kind, name) in [(0x6969, "NFS"), (0xff53_4d42, "CIFS"), (0x6573_5546, "FUSE"), (0x0102_1997, "9P")] {
            assert_eq!(shared(kind), Some(name));
        }
        for (kind, name) in [(0xef53, "ext4"), (0x9123_683e, "btrfs"), (0x5846_5342, "XFS"), (0x0102_1994, "tmpfs")] {
            assert_eq!(shared(kind), None, "{name}");
        }
    }

    #[test]
    fn what_is_said_names_the_folder_and_the_way_out() {
        let said = Message::new(key::STORE_SHARED_FOLDER).with("kind", "NFS").with("path", "/mnt/chung/kho");
        assert!(said.to(Lang::Vi).contains("/mnt/chung/kho") && said.to(Lang::Vi).contains("Hãy chuyển"));
        assert!(said.to(Lang::En).contains("NFS"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_of_the_system_that_is_no_disk_is_read_as_what_it_is() {
        assert_eq!(kind(Path::new("/proc")), Some(0x9fa0), "the number of procfs");
        assert_eq!(notice(Path::new("/proc")), None);
        assert_eq!(kind(Path::new("/no/such/folder")), None);
    }
}
