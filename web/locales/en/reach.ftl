# A newer version
newer-label = Newer version
newer-text = A newer version of this app is here. It is used the next time you open the app, or now: this window then begins anew, and the message you are writing stays. If you are filling in a form, finish it first.
newer-use = Use it now
newer-later = Later
strange-label = Warning about this app
strange-title = The server offers code that it does not stand for
strange-text = Each version of this app is entered in a public log, so that nobody is secretly given another one. What the server offers now is not in it. This window goes on with the version that you have.
strange-what-now = Please write nothing here that nobody may read, keep this window open, and ask the practice in another way, by telephone for instance. They can find out with “alcove verify”.

# Installing
install-title = As an app on this device
install-text = Installed, it opens like other apps, in a window of its own, also without a connection. It stays the same app, with the same lock.
install-seen = Its name and icon are then seen by whoever looks at this device, and show that you use it. If nobody should see that, first choose another name above under “What others see in passing”.
install-called = It is installed under the name “{ $name }” with a sheet of paper as its icon. The browser’s own list of apps still shows the address.
install-do = Install
install-menu = If your browser can do it, you find it in its menu: “Install” or “Add to Home screen”.
install-done = It runs as an app here. To remove it, use the system’s list of apps; logging out here is something else.

# Being told
told-title = Being told when something is new
told-text = Your browser can tell you that something is new while the app is closed. It is switched off. It never says what, or from whom.
told-on = This browser tells you when something is new and the app is open nowhere: after some seconds, and every five minutes at most. Logging out switches it off.
told-no-trace = This session leaves nothing on the device, so nobody is told anything here after it.
told-offline = This can be set once there is a connection.
told-cannot = This browser cannot do that here. On an iPhone or iPad, install the app first (below); in a private window it never works.
told-words = What it says
told-words-hint = Many devices show this while they are locked. The browser adds its own name and the address of this site, or the installed app’s name.
told-words-neutral = “One new item”, with a sheet of paper
told-words-name = The name and icon of this window
told-words-quiet = “One new item”, without sound
told-start = Tell me
told-stop = Do not tell me any more
told-learns = What others learn by it
told-learns-maker = The maker of your browser (such as Google, Mozilla or Apple) runs the service that brings these notices. It learns that this browser gets messages from this server, and when: each has the same size and says nothing. It can tell which browser it is, and often whose.
told-learns-server = The server keeps an address by which your browser can be recognised. It is encrypted, and deleted when you log out or switch this off.
told-learns-nearby = People near you may see the notice. If that could put you in danger, leave this off.
notice-neutral = One new item
