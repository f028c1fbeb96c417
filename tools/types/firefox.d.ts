// What Firefox offers to scripts of its own window, where the tests press its buttons.

declare const Services: any;
declare const ChromeUtils: any;
declare const WebExtensionPolicy: any;
declare const Cc: any;
declare const Ci: any;
