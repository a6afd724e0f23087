"""Words and suffixes that the host benchmark makes its hosts from; all chosen by hand for this benchmark.

None of them was taken from our own tables: the benchmark drops every keyword that the tables know (see
``host_families``), so that a family of unknown keywords stays unknown when the tables grow.
"""

from __future__ import annotations

# The words that people know the authorities by, and the names of the imitated sites without their suffixes.
BRANDS = ("etle", "tilang", "kejaksaan", "korlantas", "polri", "etilang")
NAMES = ("etle-korlantas", "etle-pmj", "tilang-kejaksaan", "konfirmasi-etle")

# Where a stranger can put a host today: by price and habit, not by what our tables call cheap or free.
SUFFIXES = {
    "cheap": ("cc", "top", "xyz", "site"),
    "common": ("com", "net", "id"),
    "free hosting": ("pages.dev", "web.app", "github.io", "netlify.app", "vercel.app", "blogspot.com", "weebly.com"),
}

# Keywords for dnstwist's dictionary fuzzer: what sign-in pages say, in English and Indonesian.
_DICTIONARY = """
access account admin alert app auth bank bill billing center check claim client confirm contact customer data desk
download error fine form gateway help home info invoice link live login mail mobile my notice office online order
page panel pay payment portal process refund register report reset secure security server service sign signin sms ssl
status support team ticket track update user verify view wallet web
akun bayar bantuan blokir cek daftar denda hadiah konfirmasi layanan masuk resmi surat tagihan undian
"""

# Suffixes for dnstwist's tld-swap fuzzer: large, cheap or Indonesian, all open to everybody.
_SWAPPED = """
com net org info biz co io me tv cc us eu in asia mobi name pro xyz top site online store shop club vip live life
fun space website tech app dev page link click cloud digital world today news media agency center company email
support services solutions systems network group team work zone city one icu cyou cfd sbs bond rest lol buzz monster
quest pw tk ml ga cf gq ws win bid loan id co.id web.id my.id or.id biz.id
"""

# Indonesian words of every day: things, places, people, times, and dull office words.
_EVERYDAY = """
kopi rumah sekolah pasar warung bunga gunung sungai pantai hujan langit bintang bulan matahari pagi malam minggu tahun
ibu bapak anak kakak adik teman guru murid dokter petani nelayan sopir toko jalan gang kota desa kampung taman kebun
sawah hutan laut pulau danau ikan ayam sapi kambing kucing burung nasi sambal bakso sate gula garam susu roti kue buah
mangga pisang jeruk kelapa durian baju celana sepatu topi meja kursi lemari pintu jendela lampu kipas buku pensil
kertas koran majalah musik lagu cerita hadiah diskon gratis murah cepat mudah aman segera sekarang besok kemarin
cabang kantor loket kasir pelanggan peserta warga umum daerah provinsi kabupaten kecamatan jakarta bandung surabaya
medan proses berkas jadwal formulir antrian petugas peringatan terakhir penting gerbang jembatan terminal stasiun
halaman dompet pesan kabar bahasa kunci gambar warna merah biru hijau putih hitam besar kecil tinggi
"""

# Words that ask for something, for the family of glued words only: scammers use them, and our tables know them.
CONTEXT = ("bayar", "cek", "denda", "info", "konfirmasi", "online", "resmi", "surat")

DICTIONARY, SWAPPED, EVERYDAY = (tuple(words.split()) for words in (_DICTIONARY, _SWAPPED, _EVERYDAY))
