// SPDX-License-Identifier: GPL-2.0
// A 1-wire bus with one DS18B20 on it, for Debian's own w1_therm: registers as in Maxim's data sheet
// 19-7487. The kernel has no such simulator. What it measures and how it fails are parameters:
//
//   milli_celsius   the temperature at the next conversion
//   flip            bit 0 to 71 of the scratchpad to turn over, -1 for none
//   gone            1 when it is pulled out
#include <linux/module.h>
#include <linux/w1.h>

static int milli_celsius = 21500;
static int flip = -1;
static int gone;
module_param(milli_celsius, int, 0644);
module_param(flip, int, 0644);
module_param(gone, int, 0644);

enum { ROM, MATCH, FUNCTION, TAKES, GIVES, DONE };
static int expects = ROM;
static int at;
static u8 scratchpad[9] = { 0x50, 0x05, 0x4b, 0x46, 0x7f, 0xff, 0x0c, 0x10 }; // 85 Cel: after power-on

static void convert(void)
{
	s16 sixteenths = milli_celsius * 16 / 1000;

	scratchpad[0] = sixteenths & 0xff;
	scratchpad[1] = (sixteenths >> 8) & 0xff;
}

static u8 reset(void *unused)
{
	expects = ROM;
	at = 0;
	return gone ? 1 : 0;
}

static void function(u8 command)
{
	at = 0;
	switch (command) {
	case 0x44: convert(); expects = DONE; break;
	case 0x4e: expects = TAKES; break;
	case 0xbe: scratchpad[8] = w1_calc_crc8(scratchpad, 8); expects = GIVES; break;
	default: expects = DONE; // copy, recall, power: nothing to see
	}
}

static void write_byte(void *unused, u8 byte)
{
	switch (expects) {
	case ROM: expects = byte == 0x55 ? MATCH : byte == 0xcc ? FUNCTION : DONE; break;
	case MATCH: if (++at == 8) expects = FUNCTION; break;
	case FUNCTION: function(byte); break;
	case TAKES: if (at < 3) scratchpad[2 + at++] = byte; break;
	}
}

static u8 read_byte(void *unused)
{
	u8 byte = 0xff;

	if (!gone && expects == GIVES && at < 9) {
		byte = scratchpad[at];
		if (flip >= 0 && flip / 8 == at)
			byte ^= 1 << flip % 8;
		at++;
	}
	return byte;
}

static u8 touch_bit(void *unused, u8 bit)
{
	return 1; // converted, and on its own supply
}

static void search(void *unused, struct w1_master *master, u8 type, w1_slave_found_callback found)
{
	u64 number = 0x00003c01d607a228ULL;
	__le64 bytes = cpu_to_le64(number);

	number |= (u64)w1_calc_crc8((u8 *)&bytes, 7) << 56;
	if (!gone)
		found(master, number);
}

static struct w1_bus_master bus = {
	.reset_bus = reset,
	.write_byte = write_byte,
	.read_byte = read_byte,
	.touch_bit = touch_bit,
	.search = search,
};

static int __init begin(void)
{
	return w1_add_master_device(&bus);
}

static void __exit end(void)
{
	w1_remove_master_device(&bus);
}

module_init(begin);
module_exit(end);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("A DS18B20 on a bus of its own");
