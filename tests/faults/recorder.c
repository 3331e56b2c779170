/*
 * What a program does to files below one folder: written down, broken on demand, or done under another clock. Loaded into the tested program
 * with LD_PRELOAD; built by the test that uses it. No part of the product.
 *
 * THUCCHAT_FAULT_ROOT    the folder; calls that concern anything else pass untouched
 * THUCCHAT_FAULT_LOG     where calls are written down (the format is read by replay.rs)
 * THUCCHAT_FAULT_ACKS    what is written to this file is written down as an acknowledgement, in its order among the calls
 * THUCCHAT_FAULT_SWALLOW fdatasync does nothing, says that it did, and is not written down
 * THUCCHAT_FAULT_AT      this call, counted from 1, fails once
 * THUCCHAT_FAULT_KIND    how: eio, enospc, short (a write takes half of the bytes)
 * THUCCHAT_FAULT_FIRED   the name of the call that failed and its file are written here
 * THUCCHAT_FAULT_CLOCK   a file with seconds to add to what the clock says, read each time
 *
 * sync_file_range passes and is not written down: it promises nothing.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;
static const char *root, *acks, *fired, *moved_clock;
static size_t root_length;
static int swallows, kind; /* kind: 0 none, 1 eio, 2 enospc, 3 short */
static long fails_at, calls;

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("THUCCHAT_FAULT_LOG"), *at = getenv("THUCCHAT_FAULT_AT"), *how = getenv("THUCCHAT_FAULT_KIND");
    root = getenv("THUCCHAT_FAULT_ROOT");
    root_length = root ? strlen(root) : 0;
    acks = getenv("THUCCHAT_FAULT_ACKS");
    fired = getenv("THUCCHAT_FAULT_FIRED");
    moved_clock = getenv("THUCCHAT_FAULT_CLOCK");
    swallows = getenv("THUCCHAT_FAULT_SWALLOW") != NULL;
    if (log) journal = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (at && how) {
        fails_at = atol(at);
        kind = !strcmp(how, "eio") ? 1 : !strcmp(how, "enospc") ? 2 : 3;
    }
}

/* The real function of this name. */
#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int below(const char *path) {
    return root && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

/* The whole path of what a call names; 0 when it is not below the folder. */
static int whole(int dir, const char *path, char *out) {
    char base[64];
    ssize_t length = 0;
    if (!root) return 0;
    if (path[0] == '/') {
        snprintf(out, PATH_MAX, "%s", path);
    } else {
        if (dir == AT_FDCWD) snprintf(base, sizeof base, "/proc/self/cwd");
        else snprintf(base, sizeof base, "/proc/self/fd/%d", dir);
        length = readlink(base, out, PATH_MAX - 1);
        if (length < 0) return 0;
        snprintf(out + length, (size_t)(PATH_MAX - length), "/%s", path);
    }
    return below(out);
}

/* The path of an open file; 0 when it is not below the folder. */
static int of(int fd, char *out) {
    char link[64];
    ssize_t length;
    if (!root && !acks) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, out, PATH_MAX - 1);
    if (length < 0) return 0;
    out[length] = 0;
    return below(out);
}

static uint64_t number_of(int fd) {
    struct stat about;
    return fstat(fd, &about) ? 0 : (uint64_t)about.st_ino;
}

static void note(char what, uint64_t number, uint64_t place, const char *one, uint32_t one_length, const char *two, uint32_t two_length) {
    unsigned char head[25];
    struct iovec parts[3];
    if (journal < 0) return;
    head[0] = (unsigned char)what;
    memcpy(head + 1, &number, 8);
    memcpy(head + 9, &place, 8);
    memcpy(head + 17, &one_length, 4);
    memcpy(head + 21, &two_length, 4);
    parts[0].iov_base = head, parts[0].iov_len = sizeof head;
    parts[1].iov_base = (void *)one, parts[1].iov_len = one_length;
    parts[2].iov_base = (void *)two, parts[2].iov_len = two_length;
    syscall(SYS_writev, journal, parts, 3);
}

static void note_path(char what, uint64_t number, const char *one, const char *two) {
    int saved = errno;
    note(what, number, 0, one, (uint32_t)strlen(one), two, two ? (uint32_t)strlen(two) : 0);
    errno = saved;
}

/* Whether this call is the one that fails; `writes` says whether it could be a short write. */
static int breaks(const char *name, const char *path, int writes, int reads) {
    char line[PATH_MAX + 64];
    int length, out;
    if (!kind || (reads && kind != 1) || (kind == 3 && !writes)) return 0;
    if (++calls != fails_at) return 0;
    if (fired && (out = (int)syscall(SYS_openat, AT_FDCWD, fired, O_WRONLY | O_CREAT | O_APPEND, 0600)) >= 0) {
        length = snprintf(line, sizeof line, "%s %s\n", name, path);
        syscall(SYS_write, out, line, length);
        syscall(SYS_close, out);
    }
    errno = kind == 2 ? ENOSPC : EIO;
    return 1;
}

#define LOCK pthread_mutex_lock(&order)
#define UNLOCK pthread_mutex_unlock(&order)

static int opens(const char *name, int dir, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX + 8];
    int fd, ours = whole(dir, path, full), writes = (flags & O_ACCMODE) != O_RDONLY;
    REAL(int, "openat", int, const char *, int, mode_t);
    if (!ours) return real(dir, path, flags, mode);
    LOCK;
    if (breaks(name, full, 0, !writes)) {
        UNLOCK;
        return -1;
    }
    fd = real(dir, path, flags, mode);
    if (fd >= 0 && writes && (flags & O_CREAT)) note_path('C', number_of(fd), full + root_length, "");
    if (fd >= 0 && writes && (flags & O_TRUNC)) note('T', number_of(fd), 0, "", 0, "", 0);
    UNLOCK;
    return fd;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opens("open", AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opens("open", AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE(flags) return opens("open", dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE(flags) return opens("open", dir, path, flags | O_LARGEFILE, mode); }

/* A write at a place; `place` is -1 where the file says it. */
static ssize_t writes_at(const char *name, int fd, const void *bytes, size_t count, off64_t place) {
    char path[PATH_MAX];
    ssize_t done;
    int ours = of(fd, path), acknowledges = acks && !strcmp(path, acks);
    off64_t at = place;
    if (!ours && !acknowledges) return place < 0 ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, place);
    LOCK;
    if (ours && breaks(name, path, 1, 0)) {
        if (kind != 3 || count < 2) {
            UNLOCK;
            return -1;
        }
        count /= 2;
    }
    if (ours && place < 0) at = fcntl(fd, F_GETFL) & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    done = place < 0 ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, place);
    if (done > 0 && acknowledges) note('A', 0, 0, bytes, (uint32_t)done, "", 0);
    else if (done > 0) note('W', number_of(fd), (uint64_t)at, bytes, (uint32_t)done, "", 0);
    UNLOCK;
    return done;
}

ssize_t write(int fd, const void *bytes, size_t count) { return writes_at("write", fd, bytes, count, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t place) { return writes_at("write", fd, bytes, count, place); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t place) { return writes_at("write", fd, bytes, count, place); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
    ssize_t all = 0, done;
    int part;
    char path[PATH_MAX];
    if (!of(fd, path) && !(acks && !strcmp(path, acks))) return syscall(SYS_writev, fd, parts, count);
    for (part = 0; part < count; part++) {
        if (!parts[part].iov_len) continue;
        done = writes_at("write", fd, parts[part].iov_base, parts[part].iov_len, -1);
        if (done < 0) return all ? all : done;
        all += done;
        if ((size_t)done < parts[part].iov_len) break;
    }
    return all;
}

static ssize_t reads_at(int fd, void *bytes, size_t count, off64_t place) {
    char path[PATH_MAX];
    if (kind == 1 && of(fd, path)) {
        int broken;
        LOCK;
        broken = breaks("read", path, 0, 1);
        UNLOCK;
        if (broken) return -1;
    }
    return place < 0 ? syscall(SYS_read, fd, bytes, count) : syscall(SYS_pread64, fd, bytes, count, place);
}

ssize_t read(int fd, void *bytes, size_t count) { return reads_at(fd, bytes, count, -1); }
ssize_t pread(int fd, void *bytes, size_t count, off_t place) { return reads_at(fd, bytes, count, place); }
ssize_t pread64(int fd, void *bytes, size_t count, off64_t place) { return reads_at(fd, bytes, count, place); }

static int cuts(int fd, off64_t length) {
    char path[PATH_MAX];
    int done;
    if (!of(fd, path)) return (int)syscall(SYS_ftruncate, fd, length);
    LOCK;
    if (breaks("ftruncate", path, 0, 0)) {
        UNLOCK;
        return -1;
    }
    done = (int)syscall(SYS_ftruncate, fd, length);
    if (!done) note('T', number_of(fd), (uint64_t)length, "", 0, "", 0);
    UNLOCK;
    return done;
}

int ftruncate(int fd, off_t length) { return cuts(fd, length); }
int ftruncate64(int fd, off64_t length) { return cuts(fd, length); }

static int syncs(const char *name, int fd, long call) {
    char path[PATH_MAX];
    int done, ours = of(fd, path);
    if (ours && swallows && call == SYS_fdatasync) return 0;
    if (!ours) return (int)syscall(call, fd);
    LOCK;
    if (breaks(name, path, 0, 0)) {
        note_path('F', number_of(fd), path + root_length, "");
        UNLOCK;
        return -1;
    }
    /* Nobody cuts the power of the machine that runs this: what is promised is written down, the disk is spared. */
    done = 0;
    note_path('S', number_of(fd), path + root_length, "");
    UNLOCK;
    return done;
}

int fsync(int fd) { return syncs("fsync", fd, SYS_fsync); }
int fdatasync(int fd) { return syncs("fdatasync", fd, SYS_fdatasync); }

static int renames(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) {
    char one[PATH_MAX + 8], two[PATH_MAX + 8];
    int done, ours = whole(from_dir, from, one) & whole(to_dir, to, two);
    if (!ours) return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
    LOCK;
    if (breaks("rename", two, 0, 0)) {
        UNLOCK;
        return -1;
    }
    done = (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
    if (!done) note_path('R', 0, one + root_length, two + root_length);
    UNLOCK;
    return done;
}

int rename(const char *from, const char *to) { return renames(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_dir, const char *from, int to_dir, const char *to) { return renames(from_dir, from, to_dir, to, 0); }
int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags) { return renames(from_dir, from, to_dir, to, flags); }

static int removes(int dir, const char *path, int flags) {
    char full[PATH_MAX + 8];
    int done;
    if (!whole(dir, path, full)) return (int)syscall(SYS_unlinkat, dir, path, flags);
    LOCK;
    if (breaks("unlink", full, 0, 0)) {
        UNLOCK;
        return -1;
    }
    done = (int)syscall(SYS_unlinkat, dir, path, flags);
    if (!done) note_path('U', 0, full + root_length, "");
    UNLOCK;
    return done;
}

int unlink(const char *path) { return removes(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return removes(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int dir, const char *path, int flags) { return removes(dir, path, flags); }

static int links(int from_dir, const char *from, int to_dir, const char *to, int flags) {
    char one[PATH_MAX + 8], two[PATH_MAX + 8];
    int done, ours = whole(from_dir, from, one) & whole(to_dir, to, two);
    LOCK;
    if (ours && breaks("link", two, 0, 0)) {
        UNLOCK;
        return -1;
    }
    done = (int)syscall(SYS_linkat, from_dir, from, to_dir, to, flags);
    if (ours && !done) note_path('L', 0, one + root_length, two + root_length);
    UNLOCK;
    return done;
}

int link(const char *from, const char *to) { return links(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int from_dir, const char *from, int to_dir, const char *to, int flags) { return links(from_dir, from, to_dir, to, flags); }

int mkdirat(int dir, const char *path, mode_t mode) {
    char full[PATH_MAX + 8];
    struct stat about;
    int done;
    if (!whole(dir, path, full)) return (int)syscall(SYS_mkdirat, dir, path, mode);
    LOCK;
    if (breaks("mkdir", full, 0, 0)) {
        UNLOCK;
        return -1;
    }
    done = (int)syscall(SYS_mkdirat, dir, path, mode);
    if (!done) note_path('D', stat(full, &about) ? 0 : (uint64_t)about.st_ino, full + root_length, "");
    UNLOCK;
    return done;
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

int clock_gettime(clockid_t clock, struct timespec *now) {
    char text[32] = {0};
    int fd, done = (int)syscall(SYS_clock_gettime, clock, now);
    if (done || clock != CLOCK_REALTIME || !moved_clock) return done;
    fd = (int)syscall(SYS_openat, AT_FDCWD, moved_clock, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) {
        if (syscall(SYS_read, fd, text, sizeof text - 1) > 0) now->tv_sec += atol(text);
        syscall(SYS_close, fd);
    }
    return 0;
}
