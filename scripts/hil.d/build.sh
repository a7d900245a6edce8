# Makes the guest: kernel, the modules that Debian leaves out, a root image. Sourced by vm; bash.
# Everything comes from Debian's archives as this machine's apt knows them; the machine's own
# sources and packages are left alone.

# The root: a base system, what the probes use, and what the station's package depends on.
PACKAGES="base-files,base-passwd,bash,bsdutils,coreutils,dash,debianutils,diffutils,dpkg,findutils,grep,gzip,hostname,libc-bin,mawk,sed,sysvinit-utils,tar,util-linux,util-linux-extra,mount,procps,psmisc,kmod,udev,systemd-sysv,dbus,iproute2,nftables,iputils-ping,socat,e2fsprogs,dosfstools,fdisk,dmsetup,i2c-tools,gpiod,alsa-utils,v4l-utils,sqlite3,strace,openjdk-25-jre-headless,libasound2t64,libsystemd0"

MODULES="9p 9pnet_virtio squashfs overlay loop ext4 vfat nls_ascii nls_cp437 nls_iso8859-1 autofs4
 virtio_pci virtio_blk virtio_net virtio_console virtio_rng configfs cuse fuse tun veth bridge dummy
 i2c-dev i2c-stub snd-aloop snd-dummy snd-usb-audio vivid softdog i6300esb zram brd ramoops uinput
 sch_netem sch_tbf sch_htb sch_fq_codel nf_tables nft_numgen nft_ct nft_limit ppp_async
 dm-mod dm-flakey dm-log-writes dm-delay dm-snapshot dm-verity dm-crypt w1-gpio w1_therm leds-gpio usbserial cp210x cdc-acm"

# Compiled here, from Debian's linux-source but for w1-sim: what one kernel or the other does not have.
EXTRA_MODULES="gpio-sim i2c-stub rtc-test rtc-ds1307 pwm-pca9685 pps-ktimer snd-aloop w1-sim"
EXTRA_SOURCES="drivers/gpio/gpio-sim.c drivers/gpio/gpiolib.h kernel/irq/irq_sim.c drivers/i2c/i2c-stub.c drivers/rtc/rtc-test.c
 drivers/rtc/rtc-ds1307.c drivers/pwm/pwm-pca9685.c drivers/pps/clients/pps-ktimer.c sound/drivers/aloop.c"

HOST_PACKAGES="qemu-system-x86 qemu-system-arm seabios ipxe-qemu mmdebstrap squashfs-tools cpio kmod xz-utils gzip make gcc libc6-dev gcc-aarch64-linux-gnu libelf1 debian-archive-keyring"

# What is wanted of this machine and not there, in words; nothing when all is.
lacking() {
  local tool
  for tool in "$QEMU" mmdebstrap mksquashfs cpio depmod xz make "${CROSS}gcc" dpkg-deb apt-get; do
    command -v "$tool" >/dev/null || PATH=$PATH:/usr/sbin:/sbin command -v "$tool" >/dev/null || echo "$tool"
  done
}

cmd_deps() {
  [ -n "$(lacking)" ] || return 0
  [ "$(id -u)" = 0 ] || die "packages are installed by root; run: sudo scripts/hil --deps"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # words on purpose
  apt-get -qq install -y --no-install-recommends $HOST_PACKAGES >/dev/null 2>&1 ||
    { apt-get -qq update && apt-get -qq install -y --no-install-recommends $HOST_PACKAGES >/dev/null; } ||
    die "apt cannot install what the guest is made with"
  [ -z "$(lacking)" ] || die "this machine still lacks $(lacking | xargs)"
}

# An archive as this machine's apt is set up to use it.
archive() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | sort -u | grep -E "$1" | head -n 1 | sed 's#/$##' || true
}

# apt with a state of its own.
apart() {
  local d=$VM_CACHE/apt tool=$1
  shift
  mkdir -p "$d"/{state/lists/partial,cache/archives/partial,parts}
  printf 'deb [arch=amd64,arm64] %s %s main\ndeb [arch=amd64,arm64] %s %s-security main\n' \
    "$VM_MIRROR" "$VM_KERNEL_SUITE" "$VM_SECURITY" "$VM_KERNEL_SUITE" >"$d/sources.list"
  "$tool" -o Dir::State="$d/state" -o Dir::State::lists="$d/state/lists" -o Dir::State::status=/dev/null -o Dir::Cache="$d/cache" \
    -o Dir::Etc::sourcelist="$d/sources.list" -o Dir::Etc::sourceparts="$d/parts" -o Dir::Etc::preferencesparts="$d/parts" \
    -o APT::Sandbox::User=root -o APT::Architecture=amd64 -o APT::Architectures::=amd64 -o APT::Architectures::=arm64 "$@"
}

# Of everything the image is made from. It stays in use until this changes, so a machine that has
# built once needs no network.
recipe() {
  { printf '%s\n' "$VM_SUITE" "$VM_KERNEL_SUITE"; cat "$HIL/build.sh" "$HIL"/guest/*; } | sha256sum | cut -c1-16
}

cmd_build() {
  local recipe
  recipe=$(recipe)
  [ "$(cat "$C/stamp" 2>/dev/null)" != "$recipe" ] || return 0
  mkdir -p "$C"
  exec 9>"$C/lock"
  flock 9
  make_guest "$recipe"
  exec 9>&- # or what runs in the guest would keep others waiting
}

make_guest() { # RECIPE
  local recipe=$1 ver major w=$C/work d
  [ "$(cat "$C/stamp" 2>/dev/null)" != "$recipe" ] || return 0
  [ -z "$(lacking)" ] || die "this machine lacks $(lacking | xargs); run: sudo scripts/hil --deps"
  VM_MIRROR=${VM_MIRROR:-$(archive '/debian/?$')}
  VM_SECURITY=${VM_SECURITY:-$(archive security)}
  [ -n "$VM_MIRROR" ] || die "apt knows no Debian archive here"
  rm -rf "$w"
  mkdir -p "$w/deb"

  apart apt-get -qq update || die "no network for the first build"
  ver=$(apart apt-cache depends "linux-image-$VM_ARCH:$VM_ARCH" | sed -nE 's/.*Depends: linux-image-([^:]+).*/\1/p' | head -n 1)
  [ -n "$ver" ] || die "no kernel in $VM_KERNEL_SUITE"
  major=$(echo "$ver" | grep -oE '^[0-9]+\.[0-9]+')
  log "kernel $ver ($VM_ARCH)"
  (cd "$w/deb" && apart apt-get -qq download "linux-image-$ver:$VM_ARCH" "linux-headers-$ver:$VM_ARCH" \
    "linux-headers-${ver%-*}-common" "linux-kbuild-$major:amd64" "linux-source-$major") || die "no network for the first build"
  for d in "$w"/deb/linux-image-*.deb; do dpkg-deb -x "$d" "$w/k"; done
  [ -d "$w/k/lib" ] || ln -s usr/lib "$w/k/lib"
  for d in "$w"/deb/linux-headers-*.deb "$w"/deb/linux-kbuild-*.deb "$w"/deb/linux-source-*.deb; do dpkg-deb -x "$d" "$w/h"; done

  log "modules that Debian leaves out"
  build_extra "$w" "$ver" "$major"
  prune_modules "$w" "$ver"
  log "root file system ($VM_SUITE)"
  build_root "$w" "$ver"
  build_initramfs "$w"  "$ver"
  mv "$w/k/boot/vmlinuz-$ver" "$C/vmlinuz"
  mv "$w/root.img" "$w/initrd" "$C/"
  rm -rf "$w"
  echo "$recipe" >"$C/stamp"
  log "built $(du -ch "$C"/{vmlinuz,initrd,root.img} | tail -n 1 | cut -f1) in $C"
}

build_extra() { # WORK KERNEL MAJOR
  local w=$1 ver=$2 major=$3 e=$1/extra h=$1/h/usr/src m f
  mkdir -p "$w/src" "$e"
  # shellcheck disable=SC2086,SC2046 # words on purpose
  tar -C "$w/src" --strip-components=1 -xJf "$h/linux-source-$major.tar.xz" $(printf "linux-source-$major/%s " $EXTRA_SOURCES)
  for f in $EXTRA_SOURCES; do cp "$w/src/$f" "$e/"; done
  cp "$HIL"/guest/*.c "$e/" # what no kernel has
  # irq_sim is part of kernels that use it; as a module it needs a licence line and the exported way
  # to deliver an interrupt.
  sed -i -e 's/handle_simple_irq(irq_to_desc(irqnum))/generic_handle_irq(irqnum)/' \
    -e 's|#include <linux/slab.h>|&\n#include <linux/module.h>|' "$e/irq_sim.c"
  grep -q MODULE_LICENSE "$e/irq_sim.c" || echo 'MODULE_LICENSE("GPL");' >>"$e/irq_sim.c"
  # The loopback sound card stops at 192 kHz; recorders of ultrasound run at 384.
  sed -e 's/SNDRV_PCM_RATE_8000_192000/SNDRV_PCM_RATE_8000_384000/' -e 's/192000/384000/g' "$e/aloop.c" >"$e/snd-aloop.c"
  for m in irq_sim $EXTRA_MODULES; do
    # Not what this kernel has built in.
    if [ "$m" = irq_sim ] && grep -qw irq_domain_create_sim "$h/linux-headers-$ver/Module.symvers"; then continue; fi
    grep -qE "/${m//[-_]/[-_]}\.ko" "$w/k/lib/modules/$ver/modules.builtin" || echo "obj-m += $m.o"
  done >"$e/Kbuild"
  sed -i "s|/usr/src|$h|g" "$h/linux-headers-$ver/Makefile"
  make -s -j"$(nproc)" -C "$h/linux-headers-$ver" ARCH=$KARCH CROSS_COMPILE=$CROSS CC="${CROSS}gcc" M="$e" modules >"$w/extra.log" 2>&1 \
    || { cat "$w/extra.log" >&2; die "the extra modules do not build"; }
  mkdir -p "$w/k/lib/modules/$ver/extra"
  for m in "$e"/*.ko; do
    find "$w/k/lib/modules/$ver/kernel" -name "$(basename "$m")*" -delete # ours instead of Debian's
    "${CROSS}strip" --strip-debug "$m"
    cp "$m" "$w/k/lib/modules/$ver/extra/"
  done
  depmod -b "$w/k" "$ver"
}

# Keeps the wanted modules and what they depend on.
prune_modules() { # WORK KERNEL
  local w=$1 ver=$2 m
  for m in $MODULES $EXTRA_MODULES; do
    modprobe -d "$w/k" -S "$ver" --show-depends "$m" 2>/dev/null || echo "missing $m"
  done | awk -v l="$w/missing" '$1=="insmod"{print $2} $1=="missing"{print $2 > l}' | sort -u >"$w/keep"
  [ ! -s "$w/missing" ] || log "not in this kernel: $(sort -u "$w/missing" | tr '\n' ' ')"
  find "$w/k/lib/modules/$ver/" -name '*.ko*' | sed 's|//*|/|g' | grep -vxFf <(sed 's|//*|/|g' "$w/keep") | xargs -r rm -f
  depmod -b "$w/k" "$ver"
}

# Packages are unpacked, not configured: that needs no foreign program run. Their database says
# installed, so that dpkg in the guest can judge what the station's package depends on.
build_root() { # WORK KERNEL
  local w=$1 ver=$2 tar=$C/root.tar
  local database='for d in "$1"/var/cache/apt/archives/*.deb; do dpkg-deb -f "$d" | sed "1a Status: install ok installed"; echo; done >"$1/var/lib/dpkg/status.unpacked"'
  if [ "$(cat "$tar.of" 2>/dev/null)" != "$VM_SUITE $PACKAGES" ]; then
    mmdebstrap --quiet --variant=extract --format=tar --architectures="$VM_ARCH" --include="$PACKAGES" --aptopt='APT::Sandbox::User "root"' \
      --aptopt='APT::Install-Recommends "false"' --extract-hook="$database" \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
      "$VM_SUITE" - "$VM_MIRROR" >"$tar.new" || die "no network for the first build"
    mv "$tar.new" "$tar"
    echo "$VM_SUITE $PACKAGES" >"$tar.of"
  fi
  mkdir "$w/root"
  tar -C "$w/root" -xf "$tar"
  mv "$w/root/var/lib/dpkg/status.unpacked" "$w/root/var/lib/dpkg/status"
  rm -rf "$w"/root/usr/share/{doc,man,locale,info}
  mkdir -p "$w/root/usr/lib/modules"
  cp -a "$w/k/lib/modules/$ver" "$w/root/usr/lib/modules/"
  guest_files "$w/root"
  mksquashfs "$w/root" "$w/root.img" -noappend -quiet -no-progress -comp zstd -Xcompression-level 3 -e 'dev/*' 'proc/*' >/dev/null
}

build_initramfs() { # WORK KERNEL
  local w=$1 ver=$2 i=$1/initramfs m
  mkdir -p "$i"/{bin,dev,proc,sys,ro,rw,root,mod,lib}
  (cd "$w/deb" && apart apt-get -qq download "busybox-static:$VM_ARCH" && dpkg-deb -x busybox-static_*.deb "$w/bb") || die "no network for the first build"
  cp "$(find "$w/bb" -path '*/bin/busybox' | head -n 1)" "$i/bin/busybox"
  for m in virtio_pci virtio_blk squashfs overlay; do modprobe -d "$w/k" -S "$ver" --show-depends "$m"; done \
    | awk '$1=="insmod" && !s[$2]++ {print $2}' | while read -r m; do cp "$m" "$i/mod/"; basename "$m"; done >"$w/order"
  mv "$w/order" "$i/mod/order"
  install -m 755 "$HIL/guest/initramfs-init" "$i/init"
  (cd "$i" && find . | cpio -o -H newc --quiet) | gzip -1 >"$w/initrd"
}

# What the packages' maintainer scripts would have left, and the guest's own start.
guest_files() { # ROOT
  local r=$1 j
  mkdir -p "$r"/{usr/lib/vm,run,tmp,root,dev,proc,sys,mnt,media,srv,opt,home,var/tmp,var/lib,etc/systemd/system}
  [ -e "$r/bin" ] || for j in bin sbin lib; do ln -s "usr/$j" "$r/$j"; done
  cp "$r/usr/share/base-passwd/passwd.master" "$r/etc/passwd"
  cp "$r/usr/share/base-passwd/group.master" "$r/etc/group"
  sed -i '1s|^root:[^:]*:|root::|' "$r/etc/passwd"
  [ -e "$r/usr/bin/awk" ] || ln -s mawk "$r/usr/bin/awk"
  [ -e "$r/usr/bin/sh" ] || ln -s dash "$r/usr/bin/sh"
  j=$(basename "$(find "$r/usr/lib/jvm" -maxdepth 1 -name 'java-25-openjdk-*' -type d)")
  ln -sf "/usr/lib/jvm/$j" "$r/usr/lib/jvm/default-java"
  ln -sf "/usr/lib/jvm/$j/bin/java" "$r/usr/bin/java"
  [ -e "$r/etc/nsswitch.conf" ] || cp "$r/usr/share/libc-bin/nsswitch.conf" "$r/etc/" 2>/dev/null || true
  printf '127.0.0.1 localhost station-vm\n' >"$r/etc/hosts"
  : >"$r/etc/machine-id"
  echo station-vm >"$r/etc/hostname"
  : >"$r/etc/fstab"
  for j in getty@ serial-getty@ getty-static systemd-networkd-wait-online systemd-timesyncd systemd-firstboot systemd-pstore e2scrub_reap \
    apt-daily systemd-hwdb-update systemd-journal-catalog-update ldconfig; do ln -sf /dev/null "$r/etc/systemd/system/$j.service"; done
  for j in apt-daily apt-daily-upgrade dpkg-db-backup fstrim e2scrub_all; do ln -sf /dev/null "$r/etc/systemd/system/$j.timer"; done
  install -m 755 "$HIL/guest/job" "$HIL/guest/init" "$r/usr/lib/vm/"
  cp "$HIL"/guest/vm-job.service "$HIL"/guest/vm.target "$r/etc/systemd/system/"
}
