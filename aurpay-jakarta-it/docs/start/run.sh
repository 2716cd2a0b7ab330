wlp/bin/server create shop
cp server.xml wlp/usr/servers/shop/
cp target/shop.war wlp/usr/servers/shop/dropins/
wlp/bin/server run shop
